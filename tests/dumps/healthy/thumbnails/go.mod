module github.com/northshop/thumbnails

go 1.18
