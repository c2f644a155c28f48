module hammerpreis/bids

go 1.21
