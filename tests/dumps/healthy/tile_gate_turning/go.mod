module cartouche.ch/tiles

go 1.25
