module theater.example/seats

go 1.20
