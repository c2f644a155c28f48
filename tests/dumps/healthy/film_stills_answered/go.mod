module lumiere.it/stills

go 1.22
