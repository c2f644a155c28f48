module github.com/northshop/gallery

go 1.18
