module spedition.at/offers

go 1.18
