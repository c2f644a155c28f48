module github.com/northshop/cart-unlock

go 1.20
