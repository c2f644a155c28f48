module muenze.at/mint

go 1.20
