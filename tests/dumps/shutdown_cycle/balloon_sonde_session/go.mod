module wetterdienst.at/sondes

go 1.18
