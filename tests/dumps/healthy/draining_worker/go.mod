module github.com/quarry/transcoder

go 1.21
