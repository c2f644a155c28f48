module github.com/northshop/drain-exit

go 1.20
