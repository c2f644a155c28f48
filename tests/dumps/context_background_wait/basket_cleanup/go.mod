module github.com/northshop/baskets

go 1.18
