module edge.acme.io/gw

go 1.20
