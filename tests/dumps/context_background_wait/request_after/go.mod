module github.com/northshop/preview

go 1.18
