module github.com/northshop/texts

go 1.18
