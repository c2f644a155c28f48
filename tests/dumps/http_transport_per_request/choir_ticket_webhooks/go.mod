module choir.example/tickets

go 1.18
