module github.com/northshop/geo

go 1.18
