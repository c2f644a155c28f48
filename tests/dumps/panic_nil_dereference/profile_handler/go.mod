module github.com/northshop/profile

go 1.18
