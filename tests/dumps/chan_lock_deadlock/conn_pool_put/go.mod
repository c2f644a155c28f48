module github.com/ferrous/ftpool

go 1.21
