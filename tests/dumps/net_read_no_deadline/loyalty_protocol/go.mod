module github.com/northshop/loyaltyprotocol

go 1.18
