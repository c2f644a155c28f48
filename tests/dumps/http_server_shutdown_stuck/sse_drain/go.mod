module scoreboard

go 1.22
