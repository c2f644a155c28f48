module github.com/northshop/invoicelock

go 1.18
