module badge.example/terminals

go 1.18
