module github.com/northshop/event-payload

go 1.20
