module suche.example/crawler

go 1.20
