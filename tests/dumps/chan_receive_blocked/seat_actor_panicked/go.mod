module kinopalast.at/booking

go 1.20
