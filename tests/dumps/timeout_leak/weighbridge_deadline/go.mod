module github.com/haulier/weighbridge

go 1.21
