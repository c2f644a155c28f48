module radiologica.es/archive

go 1.25

require golang.org/x/sync v0.7.0
