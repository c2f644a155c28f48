module github.com/northshop/recent

go 1.18
