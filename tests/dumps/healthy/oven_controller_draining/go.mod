module backstube.example/ovens

go 1.21
