module github.com/northshop/reportmailer

go 1.18
