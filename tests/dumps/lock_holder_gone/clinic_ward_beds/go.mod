module klinik.pl/beds

go 1.18
