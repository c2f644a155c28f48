module github.com/northshop/accesslog

go 1.18
