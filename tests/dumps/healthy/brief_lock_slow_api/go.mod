module geo.harbor.dev/lookup

go 1.21
