module github.com/northshop/seller-rating

go 1.20
