module github.com/northpole/quotes

go 1.22
