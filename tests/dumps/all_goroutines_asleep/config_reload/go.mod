module github.com/northshop/config-reload

go 1.20
