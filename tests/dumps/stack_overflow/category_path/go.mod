module github.com/northshop/category-path

go 1.20
