module example.org/vaccine/lots

go 1.21
