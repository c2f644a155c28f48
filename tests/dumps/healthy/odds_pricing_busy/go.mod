module bets.example/pricing

go 1.21
