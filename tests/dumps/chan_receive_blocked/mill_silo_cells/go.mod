module muehle.de/silo

go 1.21
