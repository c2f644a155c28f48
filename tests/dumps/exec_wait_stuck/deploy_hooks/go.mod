module github.com/northshop/deployhooks

go 1.18
