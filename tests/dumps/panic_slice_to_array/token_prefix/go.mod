module github.com/northshop/token-prefix

go 1.20
