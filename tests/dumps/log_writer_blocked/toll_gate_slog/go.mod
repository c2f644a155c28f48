module toll.example/gates

go 1.21
