module github.com/ravenhill/ingest

go 1.21
