module github.com/northshop/export

go 1.18
