module silo.example/intake

go 1.22
