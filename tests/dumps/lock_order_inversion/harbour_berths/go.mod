module terminal

go 1.18
