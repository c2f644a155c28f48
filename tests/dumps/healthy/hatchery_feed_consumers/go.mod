module example.org/hatchery/feed

go 1.20
