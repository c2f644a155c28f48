module github.com/northshop/pipeline

go 1.18
