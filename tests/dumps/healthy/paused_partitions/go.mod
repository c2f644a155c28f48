module mq.internal/bridge

go 1.20
