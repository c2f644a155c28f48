module shipit

go 1.20
