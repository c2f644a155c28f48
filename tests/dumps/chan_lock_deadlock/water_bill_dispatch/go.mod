module bills.aldwater.example/dispatch

go 1.23.0

require github.com/go-stomp/stomp v2.0.3+incompatible

require gopkg.in/check.v1 v1.0.0-20201130134442-10cb98267c6c // indirect
