module github.com/bigmart/checkout

go 1.22
