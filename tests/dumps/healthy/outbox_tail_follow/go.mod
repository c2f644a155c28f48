module shop.example/outbox

go 1.21
