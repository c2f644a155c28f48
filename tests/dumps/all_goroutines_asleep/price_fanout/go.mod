module github.com/northshop/price-fanout

go 1.20
