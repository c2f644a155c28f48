module github.com/northshop/gateway

go 1.18
