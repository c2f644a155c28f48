module reise.example/stays

go 1.20
