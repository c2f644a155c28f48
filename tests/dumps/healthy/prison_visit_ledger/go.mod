module visits.stonehythe.example/gate

go 1.21

require github.com/sirupsen/logrus v1.6.0

require (
	github.com/konsorten/go-windows-terminal-sequences v1.0.3 // indirect
	golang.org/x/sys v0.0.0-20190422165155-953cdadca894 // indirect
)
