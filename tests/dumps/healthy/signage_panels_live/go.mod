module signage.example/live

go 1.18
