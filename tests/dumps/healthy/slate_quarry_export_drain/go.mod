module example.org/slate/export

go 1.20
