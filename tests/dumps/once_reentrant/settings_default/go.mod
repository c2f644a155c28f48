module github.com/northshop/settings

go 1.18
