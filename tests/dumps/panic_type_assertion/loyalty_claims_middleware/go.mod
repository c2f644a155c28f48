module punktewerk/loyalty

go 1.21
