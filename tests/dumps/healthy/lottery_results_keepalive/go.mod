module lottery.example/results

go 1.20
