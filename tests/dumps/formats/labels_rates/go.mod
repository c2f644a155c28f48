module github.com/northshop/rates

go 1.18
