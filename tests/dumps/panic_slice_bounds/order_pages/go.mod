module github.com/northshop/order-pages

go 1.20
