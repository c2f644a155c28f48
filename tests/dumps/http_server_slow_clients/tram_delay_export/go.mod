module tram.example/delays

go 1.18
