module github.com/northshop/giftcards

go 1.18
