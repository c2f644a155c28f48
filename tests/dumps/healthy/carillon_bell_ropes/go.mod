module belltower.example/carillon

go 1.21
