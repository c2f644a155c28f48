module press.example/preflight

go 1.21
