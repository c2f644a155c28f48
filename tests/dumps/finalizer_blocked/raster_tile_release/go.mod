module geo.example/raster

go 1.21
