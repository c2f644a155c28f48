module zaehler.example/ingest

go 1.20
