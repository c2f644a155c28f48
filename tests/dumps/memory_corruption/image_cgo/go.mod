module github.com/northshop/image-cgo

go 1.20
