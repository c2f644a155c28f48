module harbour.nl/berths

go 1.21
