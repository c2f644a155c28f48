module drone.example/footage

go 1.18
