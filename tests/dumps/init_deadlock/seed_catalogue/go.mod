module gardens.example/seeds

go 1.18
