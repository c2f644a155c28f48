module github.com/parcelhub/rates

go 1.20
