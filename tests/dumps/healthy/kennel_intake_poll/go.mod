module tierheim.net/intake

go 1.21
