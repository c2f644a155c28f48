module github.com/northshop/tracks

go 1.18
