module finledger.dev/statements

go 1.23
