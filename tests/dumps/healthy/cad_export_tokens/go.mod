module drawings.example/export

go 1.24
