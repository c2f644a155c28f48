module github.com/northshop/stock

go 1.20
