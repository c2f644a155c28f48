module github.com/northshop/deliverydates

go 1.18
