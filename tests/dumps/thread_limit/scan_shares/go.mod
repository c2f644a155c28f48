module github.com/northshop/scanshares

go 1.18
