module kiln.example/lines

go 1.20
