module github.com/northshop/reports

go 1.20
