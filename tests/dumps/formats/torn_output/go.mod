module github.com/northshop/torn

go 1.20
