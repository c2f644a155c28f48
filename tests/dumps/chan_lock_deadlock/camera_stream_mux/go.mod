module torwache.example/cameras

go 1.20
