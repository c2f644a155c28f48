module gowhy.dev/scripts/chancalls

go 1.21
