module github.com/northshop/pprof-reports

go 1.18
