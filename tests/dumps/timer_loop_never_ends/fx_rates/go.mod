module fxdesk

go 1.20
