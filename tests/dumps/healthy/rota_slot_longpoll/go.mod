module clinic.example/rota

go 1.21
