module flugsicht.example/radar

go 1.20
