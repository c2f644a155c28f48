module maltworks.example/brewhouse

go 1.21

require (
	github.com/fsnotify/fsnotify v1.10.1
	github.com/robfig/cron/v3 v3.0.1
)

require golang.org/x/sys v0.13.0 // indirect
