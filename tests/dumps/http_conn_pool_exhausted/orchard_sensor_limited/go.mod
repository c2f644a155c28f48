module orchard.example/sensors

go 1.18
