module ofenfrisch/orders

go 1.21
