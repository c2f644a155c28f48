module camp.larkfield.example/chat

go 1.26.0

require (
	github.com/alicebob/miniredis/v2 v2.23.0
	github.com/mediocregopher/radix/v3 v3.6.0
)

require (
	github.com/alicebob/gopher-json v0.0.0-20200520072559-a9ecdc9d1d3a // indirect
	github.com/yuin/gopher-lua v0.0.0-20210529063254-f4c35e4016d9 // indirect
	golang.org/x/xerrors v0.0.0-20191011141410-1b5146add898 // indirect
)
