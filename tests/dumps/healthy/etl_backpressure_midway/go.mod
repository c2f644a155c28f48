module github.com/acme-data/loader

go 1.20
