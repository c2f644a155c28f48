module github.com/northshop/courierbrowsers

go 1.18

require nhooyr.io/websocket v1.8.11
