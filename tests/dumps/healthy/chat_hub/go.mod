module github.com/northshop/chathub

go 1.18

require github.com/gorilla/websocket v1.5.3
