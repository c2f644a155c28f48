module github.com/northshop/labelbusy

go 1.18
