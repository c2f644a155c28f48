module github.com/northshop/partnergateway

go 1.18
