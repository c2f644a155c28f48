module kadaster.pt/deeds

go 1.23

require golang.org/x/sync v0.7.0
