module github.com/northshop/hit-counter

go 1.20
