module github.com/northshop/eventstreams

go 1.18
