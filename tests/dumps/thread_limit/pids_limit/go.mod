module github.com/northshop/pidslimit

go 1.18
