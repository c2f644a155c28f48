module github.com/northshop/batch-rounds

go 1.20
