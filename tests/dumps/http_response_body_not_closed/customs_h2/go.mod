module github.com/northshop/customs

go 1.18
