module github.com/northshop/frame-length

go 1.20
