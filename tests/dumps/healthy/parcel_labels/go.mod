module github.com/northshop/labels

go 1.20
