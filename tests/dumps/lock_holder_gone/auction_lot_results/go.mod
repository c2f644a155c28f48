module hammerfall.co.uk/saleroom

go 1.21
