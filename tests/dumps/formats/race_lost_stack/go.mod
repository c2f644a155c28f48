module github.com/northshop/counters

go 1.18
