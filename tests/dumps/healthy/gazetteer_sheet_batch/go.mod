module maps.wrenfield.example/gazetteer

go 1.19

require golang.org/x/sync v0.7.0
