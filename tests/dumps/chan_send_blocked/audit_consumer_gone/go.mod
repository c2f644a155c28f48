module github.com/northshop/audit

go 1.18
