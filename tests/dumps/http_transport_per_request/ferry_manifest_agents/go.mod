module ferry.example/manifest

go 1.20
