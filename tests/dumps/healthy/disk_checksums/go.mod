module github.com/northshop/diskchecksums

go 1.18
