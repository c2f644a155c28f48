module golines

go 1.21
