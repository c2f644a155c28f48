module github.com/northshop/tillreaders

go 1.18
