module github.com/northshop/thumbs

go 1.20
