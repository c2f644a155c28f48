module github.com/northshop/finalizer-idle

go 1.20
