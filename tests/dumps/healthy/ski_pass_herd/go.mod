module bergbahn.ch/passes

go 1.18
