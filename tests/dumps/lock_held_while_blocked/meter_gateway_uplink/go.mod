module gridworks.fi/gateway

go 1.21
