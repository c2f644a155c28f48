module alpenhuts.ch/beds

go 1.18
