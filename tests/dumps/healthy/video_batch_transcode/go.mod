module transcode

go 1.20
