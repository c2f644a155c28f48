module example.org/dialysis/buffered

go 1.20
