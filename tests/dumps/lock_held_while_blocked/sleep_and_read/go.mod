module github.com/northshop/printer

go 1.18
