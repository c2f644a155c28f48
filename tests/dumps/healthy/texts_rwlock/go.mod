module github.com/northshop/textsok

go 1.18
