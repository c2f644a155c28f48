module github.com/northshop/receiptfiles

go 1.18
