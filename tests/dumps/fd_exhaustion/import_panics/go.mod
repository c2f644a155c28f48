module github.com/northshop/importpanics

go 1.18
