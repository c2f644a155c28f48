module github.com/northshop/tcptills

go 1.18
