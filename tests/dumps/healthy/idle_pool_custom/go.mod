module github.com/northshop/checkout

go 1.18
