module korb.example/carts

go 1.21
