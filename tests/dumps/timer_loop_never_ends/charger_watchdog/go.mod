module charge.example/csms

go 1.21
