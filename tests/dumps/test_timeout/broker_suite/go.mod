module broker

go 1.22
