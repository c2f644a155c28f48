module connectors.ledgerly.com/erp

go 1.20
