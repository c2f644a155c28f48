module bureau.example/rates

go 1.18
