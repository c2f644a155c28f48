module drone.example/flowing

go 1.18
