module finledger.dev/exports

go 1.23
