module github.com/northshop/geocode

go 1.18
