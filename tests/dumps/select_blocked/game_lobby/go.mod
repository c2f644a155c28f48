module lobby

go 1.22
