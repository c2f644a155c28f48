module github.com/northshop/last-error

go 1.20
