module github.com/northshop/photoupload

go 1.18
