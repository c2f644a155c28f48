module glocken.de/bells

go 1.18
