module pricing

go 1.20

require github.com/fsnotify/fsnotify v1.6.0

require golang.org/x/sys v0.0.0-20220908164124-27713097b956 // indirect
