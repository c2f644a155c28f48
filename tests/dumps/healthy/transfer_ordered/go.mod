module github.com/northshop/transfers

go 1.18
