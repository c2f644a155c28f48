module github.com/tern/geoip

go 1.21
