module github.com/northshop/prices

go 1.20
