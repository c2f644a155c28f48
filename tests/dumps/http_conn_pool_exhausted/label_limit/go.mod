module github.com/northshop/labellimit

go 1.18
