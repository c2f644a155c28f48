module example.org/skilift/boards

go 1.20
