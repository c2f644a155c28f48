module github.com/northshop/fetchall

go 1.18

require golang.org/x/sync v0.1.0
