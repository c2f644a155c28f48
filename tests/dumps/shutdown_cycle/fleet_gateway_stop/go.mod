module fleet/gateway

go 1.20
