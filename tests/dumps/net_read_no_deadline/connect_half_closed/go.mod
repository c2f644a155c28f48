module github.com/netzwart/egress

go 1.22
