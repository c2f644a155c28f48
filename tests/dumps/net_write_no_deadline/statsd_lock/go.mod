module github.com/northshop/statsdlock

go 1.18
