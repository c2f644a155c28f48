module vineyard.example/weather

go 1.18
