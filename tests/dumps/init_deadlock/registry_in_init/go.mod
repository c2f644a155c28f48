module github.com/rookery/plugins

go 1.21
