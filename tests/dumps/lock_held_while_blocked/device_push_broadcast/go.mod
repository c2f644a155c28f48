module push.ellingham.example/gateway

go 1.22

require golang.org/x/net v0.0.0-20190603091049-60506f45cf65

require golang.org/x/text v0.3.0 // indirect
