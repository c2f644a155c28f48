module warehouse.example/picks

go 1.18
