module grid.example/uploads

go 1.21
