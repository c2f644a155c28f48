module racing.example/odds

go 1.19
