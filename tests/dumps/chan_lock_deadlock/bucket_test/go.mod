module github.com/tessera/ratelimit

go 1.21
