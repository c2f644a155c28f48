module github.com/northshop/search

go 1.18
