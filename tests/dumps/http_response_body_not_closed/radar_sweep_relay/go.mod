module skywatch.ie/relay

go 1.21
