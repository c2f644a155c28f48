module tramways.example/depot

go 1.18

require go.uber.org/zap v1.21.0

require (
	go.uber.org/atomic v1.11.0 // indirect
	go.uber.org/multierr v1.11.0 // indirect
)
