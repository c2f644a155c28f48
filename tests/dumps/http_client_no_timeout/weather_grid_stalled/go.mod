module github.com/solarpark/forecast

go 1.22
