module auction.pellwick.example/fish

go 1.25.0

require nhooyr.io/websocket v1.8.11
