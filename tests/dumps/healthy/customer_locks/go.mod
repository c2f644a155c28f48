module github.com/northshop/customers

go 1.18
