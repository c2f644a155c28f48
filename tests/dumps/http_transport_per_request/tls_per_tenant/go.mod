module github.com/northshop/webhooks

go 1.18
