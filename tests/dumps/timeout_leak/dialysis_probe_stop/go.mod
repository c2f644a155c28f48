module example.org/dialysis/monitor

go 1.22
