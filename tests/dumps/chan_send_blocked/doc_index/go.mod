module example.org/docindex

go 1.18
