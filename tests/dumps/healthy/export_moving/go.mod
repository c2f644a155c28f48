module github.com/northshop/exportmoving

go 1.18
