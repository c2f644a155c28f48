module github.com/northshop/paused

go 1.18
