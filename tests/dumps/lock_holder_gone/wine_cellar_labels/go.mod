module weinkeller.de/cellar

go 1.20
