module github.com/northshop/condpool

go 1.18
