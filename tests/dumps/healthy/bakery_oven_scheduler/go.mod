module bakery.example/ovens

go 1.26
