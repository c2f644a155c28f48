module clinicnet.be/lots

go 1.21
