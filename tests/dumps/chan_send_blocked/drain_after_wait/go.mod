module github.com/seagull-labs/geocode

go 1.21
