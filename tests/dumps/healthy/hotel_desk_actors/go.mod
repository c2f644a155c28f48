module gasthof.it/desk

go 1.18
