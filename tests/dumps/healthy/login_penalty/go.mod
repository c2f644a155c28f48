module auth

go 1.20
