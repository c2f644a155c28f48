module github.com/northshop/quotehub

go 1.18
