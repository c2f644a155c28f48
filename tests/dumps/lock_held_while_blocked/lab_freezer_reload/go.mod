module example.org/lab/freezers

go 1.21
