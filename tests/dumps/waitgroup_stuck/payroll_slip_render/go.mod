module lohnwerk.de/slips

go 1.18
