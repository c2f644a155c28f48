module library.example/audit

go 1.21
