module github.com/stagedoor/boxoffice

go 1.20
