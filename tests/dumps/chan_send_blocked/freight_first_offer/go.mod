module spedition.at/freight

go 1.18
