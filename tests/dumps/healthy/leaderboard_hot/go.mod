module game/leaderboard

go 1.18
