module kiln.example/control

go 1.20
