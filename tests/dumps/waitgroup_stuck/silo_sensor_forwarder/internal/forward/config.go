package forward

import "github.com/fluent/fluent-logger-golang/fluent"

var config = fluent.Config{
	FluentHost: "127.0.0.1", FluentPort: 24299, Async: true, MaxRetry: 1000000, RetryWait: 500,
}
