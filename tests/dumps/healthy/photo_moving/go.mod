module github.com/northshop/photomoving

go 1.18
