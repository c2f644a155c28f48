module wool.kentmere.example/sales

go 1.18
