module github.com/northshop/watchers

go 1.18
