module photobooth/render

go 1.20
