module example.org/quarry/tickets

go 1.21
