module zollhaus.example/tariffs

go 1.20
