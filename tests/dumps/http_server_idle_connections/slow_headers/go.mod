module github.com/northshop/slowheaders

go 1.18
