module github.com/northshop/temp-files

go 1.20
