module github.com/bistrotech/kds

go 1.23
