module seeds.example/catalog

go 1.20
