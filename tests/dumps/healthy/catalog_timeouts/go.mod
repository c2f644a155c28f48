module github.com/northshop/catalogtimeouts

go 1.18
