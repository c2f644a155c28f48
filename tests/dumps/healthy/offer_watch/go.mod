module github.com/northshop/offerwatch

go 1.18
