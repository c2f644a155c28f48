module granary.example/demand

go 1.20
