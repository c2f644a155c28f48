module signage.example/panels

go 1.18
