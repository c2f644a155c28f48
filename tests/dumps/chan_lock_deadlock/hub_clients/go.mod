module github.com/northshop/hub

go 1.18
