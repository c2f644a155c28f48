module emobility.example/status

go 1.22
