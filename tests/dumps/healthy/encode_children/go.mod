module github.com/videothek/encode

go 1.21
