module orbit.example/tiles

go 1.21
