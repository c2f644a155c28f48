module labnet.se/probes

go 1.21

require github.com/cenkalti/backoff/v4 v4.2.1
