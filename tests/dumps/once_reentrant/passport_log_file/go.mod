module consulaat.be/passports

go 1.21
