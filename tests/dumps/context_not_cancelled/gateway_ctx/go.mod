module edge

go 1.20
