module example.org/herbarium/scans

go 1.21

require golang.org/x/sync v0.7.0
