module kanal.uk/sluice

go 1.18
