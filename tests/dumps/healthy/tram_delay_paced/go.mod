module tram.example/paced

go 1.18
