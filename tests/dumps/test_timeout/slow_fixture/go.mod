module github.com/northshop/slowtest

go 1.18
