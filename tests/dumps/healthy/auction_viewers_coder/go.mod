module auktion.example/viewers

go 1.24

require github.com/coder/websocket v1.8.13
