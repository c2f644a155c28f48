module rail.example/signals

go 1.21
