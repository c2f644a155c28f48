module treue.example/points

go 1.20
