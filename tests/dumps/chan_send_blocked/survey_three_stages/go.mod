module github.com/greenfell/timber

go 1.18
