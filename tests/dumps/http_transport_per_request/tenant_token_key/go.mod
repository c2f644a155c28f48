module git.acme.io/finops/invoice-sync

go 1.24
