module meteo.example/forecast

go 1.21
