module github.com/northshop/parcelbodies

go 1.18
