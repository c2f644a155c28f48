module irrigation.example/valves

go 1.20
