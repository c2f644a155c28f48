module github.com/northshop/exchange-rates

go 1.20
