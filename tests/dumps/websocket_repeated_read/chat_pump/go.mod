module github.com/northshop/chat-pump

go 1.20

require github.com/gorilla/websocket v1.5.1

require golang.org/x/net v0.17.0 // indirect
