module github.com/northshop/outbox

go 1.20
