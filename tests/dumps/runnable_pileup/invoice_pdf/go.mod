module github.com/northshop/invoice-pdf

go 1.20
