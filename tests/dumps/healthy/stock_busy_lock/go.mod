module github.com/northshop/stockbusy

go 1.18
