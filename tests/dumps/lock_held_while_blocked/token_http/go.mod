module github.com/northshop/tokens

go 1.18
