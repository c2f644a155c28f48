module choir.example/ticketshub

go 1.18
