module github.com/northshop/column-tags

go 1.20
