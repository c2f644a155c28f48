module press.example/governor

go 1.21
