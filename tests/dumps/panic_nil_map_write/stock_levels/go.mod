module github.com/northshop/stock-levels

go 1.20
