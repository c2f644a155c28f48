module stamps.example/clerks

go 1.20
