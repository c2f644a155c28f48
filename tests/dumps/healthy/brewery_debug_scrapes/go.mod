module brewery.example/tanks

go 1.23
