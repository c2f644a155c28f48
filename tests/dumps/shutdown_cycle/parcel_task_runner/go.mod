module example.org/parcels/runner

go 1.21
