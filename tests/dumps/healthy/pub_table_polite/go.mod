module stout.example/pub

go 1.21
