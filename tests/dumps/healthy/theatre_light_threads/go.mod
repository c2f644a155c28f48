module theatre.example/lights

go 1.21
