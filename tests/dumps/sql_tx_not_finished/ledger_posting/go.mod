module acme.dev/ledger

go 1.20
