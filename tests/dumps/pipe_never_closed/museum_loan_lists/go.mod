module loans.harrowgate.example/lists

go 1.21
