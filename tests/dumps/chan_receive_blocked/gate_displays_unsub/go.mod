module airport.example/displays

go 1.21
