module github.com/kassenwart/terminald

go 1.21
