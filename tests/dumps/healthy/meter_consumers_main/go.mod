module meters

go 1.25
