module museum.example/loans

go 1.20
