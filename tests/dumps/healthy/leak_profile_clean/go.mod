module github.com/northshop/clean

go 1.18
