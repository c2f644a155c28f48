module tariff.dev/engine

go 1.21
