module github.com/northshop/hubmoving

go 1.18
