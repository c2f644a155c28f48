module tram.hr/depot

go 1.18
