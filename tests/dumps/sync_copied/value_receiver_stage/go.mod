module github.com/brightwater/etl

go 1.21
