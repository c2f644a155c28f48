module lathe.example/panels

go 1.20
