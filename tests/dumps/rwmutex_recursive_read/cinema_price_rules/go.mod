module example.org/cinema/prices

go 1.20
