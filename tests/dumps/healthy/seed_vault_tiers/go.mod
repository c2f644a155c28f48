module saatgut.org/vault

go 1.20
