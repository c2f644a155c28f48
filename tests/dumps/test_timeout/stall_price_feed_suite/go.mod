module market.example/feed

go 1.21
