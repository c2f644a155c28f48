module meteo.example/grid

go 1.21
