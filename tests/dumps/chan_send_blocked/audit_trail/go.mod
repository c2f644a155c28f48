module github.com/medirec/api

go 1.22
