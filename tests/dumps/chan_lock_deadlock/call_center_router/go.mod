module callroute

go 1.21
