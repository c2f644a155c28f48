module github.com/northshop/uploadstreaming

go 1.18
