module github.com/northshop/couriermap

go 1.18

require nhooyr.io/websocket v1.8.11
