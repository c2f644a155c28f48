module ingestd

go 1.20
