module orbital/ground

go 1.21
