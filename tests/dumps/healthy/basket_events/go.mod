module github.com/northshop/basketevents

go 1.18
