module stickers.example/print

go 1.18
