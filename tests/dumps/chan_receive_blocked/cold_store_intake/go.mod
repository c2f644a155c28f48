module frostline.no/intake

go 1.21
