module airwave.fm/playout

go 1.21
