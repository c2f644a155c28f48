module github.com/northshop/pricingfirewall

go 1.18
