module dotpress.example/emboss

go 1.21
