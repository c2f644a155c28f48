module github.com/northshop/voucher

go 1.18
