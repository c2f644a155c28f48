module vertikal.at/lifts

go 1.21
