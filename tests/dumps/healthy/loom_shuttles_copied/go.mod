module weaving.example/mill

go 1.18
