module lab.fennimore.example/genomes

go 1.26.0

require go.uber.org/zap v1.27.1

require go.uber.org/multierr v1.10.0 // indirect
