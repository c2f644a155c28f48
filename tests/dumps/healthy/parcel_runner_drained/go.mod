module example.org/parcels/drained

go 1.21
