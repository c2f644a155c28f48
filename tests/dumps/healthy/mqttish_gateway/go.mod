module iotgw

go 1.20
