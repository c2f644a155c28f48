module github.com/northshop/imports

go 1.18
