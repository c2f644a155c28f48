module github.com/northshop/night-shift

go 1.20
