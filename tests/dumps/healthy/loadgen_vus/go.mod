module hammer

go 1.22
