module lighthouse

go 1.18
