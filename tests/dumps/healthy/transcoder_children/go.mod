module media.example/supervisor

go 1.20
