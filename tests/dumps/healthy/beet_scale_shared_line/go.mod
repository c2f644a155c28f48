module zucker.example/yard

go 1.20
