module conf.halloran.example/fragments

go 1.26.0

require github.com/fsnotify/fsnotify v1.4.7

require golang.org/x/sys v0.50.0 // indirect
