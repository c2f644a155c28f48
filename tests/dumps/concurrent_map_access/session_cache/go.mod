module github.com/northshop/session-cache

go 1.20
