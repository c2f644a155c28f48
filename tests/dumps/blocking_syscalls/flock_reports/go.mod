module reports.acme.internal/writer

go 1.21
