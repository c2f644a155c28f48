module kubecraft.example/runners

go 1.21
