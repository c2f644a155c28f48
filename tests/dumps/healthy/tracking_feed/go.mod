module github.com/northshop/trackingfeed

go 1.18
