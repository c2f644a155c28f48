module leftbags.example/lockers

go 1.21
