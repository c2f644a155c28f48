module contours.example/reliefmap

go 1.21
