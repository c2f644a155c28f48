module github.com/northshop/merge

go 1.23
