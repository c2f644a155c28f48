module github.com/northshop/caches

go 1.18
