module github.com/northshop/stats

go 1.18
