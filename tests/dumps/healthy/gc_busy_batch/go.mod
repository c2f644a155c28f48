module github.com/northshop/gc-busy-batch

go 1.20
