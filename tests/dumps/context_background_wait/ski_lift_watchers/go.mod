module bergbahn.ch/lifts

go 1.18
