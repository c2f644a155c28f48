module example.org/weather/grid

go 1.21
