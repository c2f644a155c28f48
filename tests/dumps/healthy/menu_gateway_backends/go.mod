module github.com/mensa/gateway

go 1.22
