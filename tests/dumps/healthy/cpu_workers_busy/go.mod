module github.com/northshop/cpu-workers-busy

go 1.20
