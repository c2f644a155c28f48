module example.org/brickworks/night

go 1.21

require golang.org/x/sync v0.7.0
