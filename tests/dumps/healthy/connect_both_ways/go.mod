module github.com/netzamt/egress

go 1.22
