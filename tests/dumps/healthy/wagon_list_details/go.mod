module bahn.example/wagons

go 1.20
