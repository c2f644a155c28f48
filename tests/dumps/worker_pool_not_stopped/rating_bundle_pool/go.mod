module github.com/insura/rating

go 1.21
