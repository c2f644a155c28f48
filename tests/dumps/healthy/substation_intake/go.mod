module substation.example/intake

go 1.18
