module salesdeck.app/crm-sync

go 1.21

require (
	github.com/cenkalti/backoff/v4 v4.2.1
	golang.org/x/time v0.5.0
)
