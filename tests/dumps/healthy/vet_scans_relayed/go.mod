module vet.example/scans

go 1.20
