module github.com/northshop/report-rows

go 1.20
