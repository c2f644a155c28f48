module music.example/scores

go 1.21
