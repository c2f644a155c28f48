module clinicnet.be/counter

go 1.21
