module toll.example/ledger

go 1.18
