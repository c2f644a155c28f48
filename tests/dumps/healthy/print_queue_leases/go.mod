module print.example/queue

go 1.21
