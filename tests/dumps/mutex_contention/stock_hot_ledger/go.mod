module grossmarkt.at/stock

go 1.23
