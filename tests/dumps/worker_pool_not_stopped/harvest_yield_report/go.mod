module agrar.hu/harvest

go 1.18
