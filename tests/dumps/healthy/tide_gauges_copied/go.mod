module hydro.example/tides

go 1.21
