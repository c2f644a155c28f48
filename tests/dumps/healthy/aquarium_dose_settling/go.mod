module reefhouse.example/dosing

go 1.21
