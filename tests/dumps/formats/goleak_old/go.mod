module github.com/northshop/orders

go 1.18

require go.uber.org/goleak v1.1.12
