module github.com/northshop/shutdowndraining

go 1.18
