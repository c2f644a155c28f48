module fax.example/gateway

go 1.18
