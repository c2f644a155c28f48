module github.com/kestrel-iot/bridge

go 1.21
