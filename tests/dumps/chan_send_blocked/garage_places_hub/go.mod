module garage.example/places

go 1.21
