module radiologie.example/scans

go 1.21
