module github.com/adtech/clicks

go 1.21
