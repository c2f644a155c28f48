module github.com/northshop/unsafe-ring

go 1.20
