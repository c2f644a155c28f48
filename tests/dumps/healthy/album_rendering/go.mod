module github.com/northshop/rendering

go 1.18
