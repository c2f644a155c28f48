module eventfabric.net/projector

go 1.20
