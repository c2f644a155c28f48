module steinbruch.ch/belts

go 1.18
