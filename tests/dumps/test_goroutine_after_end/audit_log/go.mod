module github.com/northshop/audit-log

go 1.20
