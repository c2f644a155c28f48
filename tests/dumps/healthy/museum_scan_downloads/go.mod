module museum.example/scans

go 1.18
