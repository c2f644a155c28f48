module irrigation.example/field

go 1.20
