module dinnerbell/orders

go 1.20
