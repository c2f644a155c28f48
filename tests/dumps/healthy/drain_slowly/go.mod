module github.com/northshop/drain

go 1.18
