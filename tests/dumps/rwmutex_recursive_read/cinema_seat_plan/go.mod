module kino.sk/seats

go 1.18
