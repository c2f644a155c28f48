module github.com/northshop/sms

go 1.18
