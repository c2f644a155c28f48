module trophies.cutlers.example/plates

go 1.20
