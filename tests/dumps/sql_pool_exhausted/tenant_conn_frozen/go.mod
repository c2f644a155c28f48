module kassenbuch.example/balances

go 1.20
