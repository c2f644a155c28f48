module postamt.at/letters

go 1.21
