module orchard.example/yield

go 1.21
