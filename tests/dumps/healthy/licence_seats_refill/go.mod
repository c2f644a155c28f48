module cadcloud.pl/seats

go 1.21
