module gardens.example/climate

go 1.24
