module example.org/windpark/polls

go 1.21
