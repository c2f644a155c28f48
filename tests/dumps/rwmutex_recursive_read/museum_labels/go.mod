module museum

go 1.20
