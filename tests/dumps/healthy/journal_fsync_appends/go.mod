module backstube.example/orders

go 1.20
