module github.com/northshop/ledger-checked

go 1.20

require github.com/sasha-s/go-deadlock v0.3.5

require github.com/petermattis/goid v0.0.0-20240813172612-4fcff4a6cae7 // indirect
