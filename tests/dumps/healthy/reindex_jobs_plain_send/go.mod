module music.example/reindex

go 1.21
