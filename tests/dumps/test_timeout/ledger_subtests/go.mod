module github.com/northshop/ledger

go 1.18
