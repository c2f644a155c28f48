module railcard.at/fares

go 1.21
