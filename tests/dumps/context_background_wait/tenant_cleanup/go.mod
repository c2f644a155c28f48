module billing

go 1.21
