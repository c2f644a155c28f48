module hammerfall.auctions/live

go 1.20
