module staudamm.at/sensors

go 1.18
