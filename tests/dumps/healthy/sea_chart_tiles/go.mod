module soundings.example/seachart

go 1.21
