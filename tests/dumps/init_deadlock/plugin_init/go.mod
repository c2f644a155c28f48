module github.com/northshop/plugin-init

go 1.20
