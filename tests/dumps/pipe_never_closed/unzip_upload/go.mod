module github.com/northshop/unzipupload

go 1.18
