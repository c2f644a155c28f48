module pixelsmith/tex

go 1.21
