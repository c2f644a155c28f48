module stamps.example/valuer

go 1.20
