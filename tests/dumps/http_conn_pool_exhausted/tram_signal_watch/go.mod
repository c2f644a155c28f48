module tramway.example/signals

go 1.20
