module github.com/northshop/config

go 1.18
