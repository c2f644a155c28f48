module transcoder

go 1.22
