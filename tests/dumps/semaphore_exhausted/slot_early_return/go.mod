module github.com/quill/convert

go 1.21
