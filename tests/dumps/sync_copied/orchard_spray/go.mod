module orchard

go 1.18
