module github.com/kontor/ledger

go 1.21
