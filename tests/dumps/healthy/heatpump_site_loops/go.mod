module volta.energy/collector

go 1.20
