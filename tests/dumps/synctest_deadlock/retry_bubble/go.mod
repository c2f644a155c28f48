module github.com/northshop/retry-bubble

go 1.20
