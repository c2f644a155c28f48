module github.com/northshop/shop

go 1.18
