module pharmanet.health/dispense

go 1.20
