module firnline.example/stakes

go 1.21
