module github.com/northshop/recommend

go 1.18
