module plantview.io/gateway

go 1.22
