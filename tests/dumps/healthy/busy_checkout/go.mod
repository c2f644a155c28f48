module shopfront.example/checkout

go 1.21
