module github.com/northshop/pricestream

go 1.18
