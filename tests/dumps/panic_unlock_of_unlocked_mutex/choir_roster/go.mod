module choir

go 1.18
