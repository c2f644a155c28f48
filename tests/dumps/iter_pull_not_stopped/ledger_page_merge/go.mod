module kontor.dk/ledger

go 1.23
