module wells.chalkdown.example/levels

go 1.18
