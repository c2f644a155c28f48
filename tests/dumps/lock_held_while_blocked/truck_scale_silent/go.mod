module kieswerk.example/yard

go 1.20
