module github.com/northshop/shipping

go 1.18
