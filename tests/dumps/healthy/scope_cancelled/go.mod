module github.com/northshop/scoped

go 1.18
