module paketwand.de/lockers

go 1.20
