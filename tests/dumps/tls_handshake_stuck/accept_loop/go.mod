module sysward/collector

go 1.20
