module weingut.it/vineyard

go 1.20
