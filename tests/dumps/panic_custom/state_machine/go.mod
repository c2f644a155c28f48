module github.com/northshop/state-machine

go 1.20
