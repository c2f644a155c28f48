module stalls.example/boxoffice

go 1.21
