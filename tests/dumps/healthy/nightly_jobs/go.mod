module backoffice

go 1.21.0

require github.com/robfig/cron/v3 v3.0.1
