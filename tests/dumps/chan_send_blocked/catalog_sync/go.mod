module github.com/retail/catsync

go 1.23.0

require golang.org/x/sync v0.14.0
