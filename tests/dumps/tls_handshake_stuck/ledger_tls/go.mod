module github.com/northshop/ledgertls

go 1.18
