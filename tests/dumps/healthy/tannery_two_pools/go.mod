module gerberei.at/vats

go 1.20
