module github.com/northshop/tracking

go 1.18
