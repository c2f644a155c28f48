module example.org/harbour/berths

go 1.21
