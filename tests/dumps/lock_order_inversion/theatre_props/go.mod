module theatre

go 1.20
