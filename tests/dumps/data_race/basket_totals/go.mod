module github.com/northshop/basket-totals

go 1.20
