module github.com/northshop/mailer

go 1.18
