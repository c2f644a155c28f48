module github.com/northshop/seats

go 1.18
