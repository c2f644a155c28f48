module github.com/northshop/auditlog

go 1.21
