module water.lockhurst.example/sluices

go 1.18
