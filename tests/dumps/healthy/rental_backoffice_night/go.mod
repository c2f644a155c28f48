module rental.example/backoffice

go 1.21
