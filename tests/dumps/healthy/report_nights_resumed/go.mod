module reports.castellan.example/nightly

go 1.22

require github.com/go-co-op/gocron v1.37.0

require (
	github.com/google/uuid v1.4.0 // indirect
	github.com/robfig/cron/v3 v3.0.1 // indirect
	go.uber.org/atomic v1.9.0 // indirect
)
