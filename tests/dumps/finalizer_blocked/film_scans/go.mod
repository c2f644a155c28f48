module archive.example/films

go 1.24
