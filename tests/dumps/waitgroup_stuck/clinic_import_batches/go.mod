module github.com/mediport/intake

go 1.21
