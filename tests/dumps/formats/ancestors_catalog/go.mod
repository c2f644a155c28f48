module github.com/northshop/catalog

go 1.20
