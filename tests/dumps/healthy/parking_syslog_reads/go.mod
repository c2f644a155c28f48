module kerbside.city/parking

go 1.24
