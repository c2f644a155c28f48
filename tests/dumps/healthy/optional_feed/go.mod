module github.com/northshop/feed

go 1.18
