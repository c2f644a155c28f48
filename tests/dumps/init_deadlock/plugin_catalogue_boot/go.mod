module kassenwerk/pos

go 1.21
