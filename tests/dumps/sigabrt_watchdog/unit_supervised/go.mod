module github.com/northshop/unit-supervised

go 1.20
