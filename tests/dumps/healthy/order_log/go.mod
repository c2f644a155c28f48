module github.com/northshop/orders

go 1.20
