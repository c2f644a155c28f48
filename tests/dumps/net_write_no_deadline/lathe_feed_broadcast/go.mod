module lathe.example/feed

go 1.20
