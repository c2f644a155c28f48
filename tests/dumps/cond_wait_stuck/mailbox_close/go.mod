module github.com/northshop/mailbox

go 1.18
