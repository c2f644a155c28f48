module openbanking/partnergw

go 1.22
