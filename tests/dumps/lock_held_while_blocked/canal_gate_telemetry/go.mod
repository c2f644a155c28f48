module kanal.nl/gates

go 1.20
