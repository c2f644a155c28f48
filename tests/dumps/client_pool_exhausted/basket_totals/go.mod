module github.com/northshop/baskets

go 1.20

require github.com/gomodule/redigo v1.8.9
