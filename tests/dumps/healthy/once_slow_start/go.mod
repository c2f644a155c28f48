module github.com/northshop/oncestart

go 1.18
