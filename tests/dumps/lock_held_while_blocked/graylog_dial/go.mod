module github.com/hofladen/basketsvc

go 1.20
