module github.com/northshop/retry-experiment

go 1.20
