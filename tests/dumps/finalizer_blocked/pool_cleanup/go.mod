module github.com/northshop/pool-cleanup

go 1.20
