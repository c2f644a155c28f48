module lottery.example/draws

go 1.20
