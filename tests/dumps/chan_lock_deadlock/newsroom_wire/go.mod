module depesche.de/wire

go 1.20
