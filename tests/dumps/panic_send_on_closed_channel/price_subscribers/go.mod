module github.com/northshop/price-subscribers

go 1.20
