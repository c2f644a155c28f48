module quarry.example/blast

go 1.20
