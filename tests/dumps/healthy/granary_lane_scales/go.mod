module granary.example/lanes

go 1.20
