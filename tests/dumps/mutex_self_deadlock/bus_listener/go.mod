module github.com/northshop/basket

go 1.18
