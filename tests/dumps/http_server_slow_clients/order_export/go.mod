module github.com/northshop/orderexport

go 1.18
