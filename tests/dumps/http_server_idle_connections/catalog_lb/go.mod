module github.com/northshop/cataloglb

go 1.18
