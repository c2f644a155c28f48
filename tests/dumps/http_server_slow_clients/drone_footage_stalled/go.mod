module obsthof.example/footage

go 1.20
