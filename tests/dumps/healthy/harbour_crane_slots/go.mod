module hafen.be/cranes

go 1.18

require golang.org/x/sync v0.7.0
