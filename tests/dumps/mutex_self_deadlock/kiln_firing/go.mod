module github.com/ceramica/kilnd

go 1.21
