module github.com/bramble/lease

go 1.21
