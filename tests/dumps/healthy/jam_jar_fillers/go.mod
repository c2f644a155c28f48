module orchardgate.example/jam

go 1.20
