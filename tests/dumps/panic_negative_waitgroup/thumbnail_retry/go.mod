module github.com/northshop/thumbnail-retry

go 1.20
