module github.com/tessera/schema

go 1.21
