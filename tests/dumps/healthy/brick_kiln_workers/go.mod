module ziegel.it/kilns

go 1.18
