module museum.example/rounds

go 1.20
