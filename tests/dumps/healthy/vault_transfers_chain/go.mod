module bank

go 1.21
