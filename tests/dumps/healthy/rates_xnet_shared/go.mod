module github.com/northshop/rates

go 1.20

require golang.org/x/net v0.23.0

require golang.org/x/text v0.14.0 // indirect
