module sms

go 1.18
