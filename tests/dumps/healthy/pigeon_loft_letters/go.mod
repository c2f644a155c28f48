module loftpost.example/pigeons

go 1.21
