module example.com/giftcards/desk

go 1.21
