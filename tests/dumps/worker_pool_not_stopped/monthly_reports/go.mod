module github.com/finops/reports

go 1.23
