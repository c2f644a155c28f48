module github.com/northshop/stock-test

go 1.20
