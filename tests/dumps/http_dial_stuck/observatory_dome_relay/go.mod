module sternwarte.example/dome

go 1.21
