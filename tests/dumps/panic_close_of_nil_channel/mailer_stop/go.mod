module github.com/northshop/mailer-stop

go 1.20
