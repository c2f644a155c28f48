module example.org/fleet/gateway

go 1.21
