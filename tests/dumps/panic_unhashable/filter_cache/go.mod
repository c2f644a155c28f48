module github.com/northshop/filter-cache

go 1.20
