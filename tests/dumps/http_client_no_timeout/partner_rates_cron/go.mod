module fxrates

go 1.23

require (
	github.com/hashicorp/go-retryablehttp v0.7.8
	github.com/robfig/cron/v3 v3.0.1
)

require github.com/hashicorp/go-cleanhttp v0.5.2 // indirect
