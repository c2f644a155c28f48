module github.com/northshop/feed-decoder

go 1.20
