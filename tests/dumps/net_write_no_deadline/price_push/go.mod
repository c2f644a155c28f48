module github.com/northshop/pricepush

go 1.18
