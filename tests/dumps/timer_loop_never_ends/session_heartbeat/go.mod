module github.com/northshop/sessions

go 1.18
