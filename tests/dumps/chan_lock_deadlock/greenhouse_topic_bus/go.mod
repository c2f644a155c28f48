module github.com/hortus/controller

go 1.21
