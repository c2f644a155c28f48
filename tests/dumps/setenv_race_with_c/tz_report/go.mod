module github.com/northshop/tz-report

go 1.20
