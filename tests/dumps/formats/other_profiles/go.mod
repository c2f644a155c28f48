module github.com/northshop/other-profiles

go 1.18
