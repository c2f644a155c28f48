module github.com/northshop/bankrates

go 1.18
