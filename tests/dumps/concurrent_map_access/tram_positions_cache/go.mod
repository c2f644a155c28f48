module verkehr.io/tram

go 1.21
