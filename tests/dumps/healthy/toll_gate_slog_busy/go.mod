module toll.example/busy

go 1.21
