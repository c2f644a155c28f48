module github.com/northshop/wallet

go 1.18
