module mailroom.example/ingestd

go 1.21
