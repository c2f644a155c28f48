module court.fairholt.example/dockets

go 1.18
