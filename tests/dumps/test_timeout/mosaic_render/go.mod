module mosaic

go 1.22
