module maut.si/gates

go 1.18
