module tierklinik.de/lab

go 1.18
