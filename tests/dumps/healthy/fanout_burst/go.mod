module github.com/northshop/fanout

go 1.18
