module books.example/sync

go 1.19
