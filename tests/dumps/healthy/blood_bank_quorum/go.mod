module bloodbank.eu/stock

go 1.20
