module granary.example/bridge

go 1.20
