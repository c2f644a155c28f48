module github.com/northshop/categories

go 1.18
