module github.com/northshop/supplier-csv

go 1.20
