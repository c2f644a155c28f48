module rand.example/edge

go 1.20
