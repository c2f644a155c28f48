module github.com/northshop/scan

go 1.18
