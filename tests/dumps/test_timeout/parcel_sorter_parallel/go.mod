module parcelo.net/sorter

go 1.21
