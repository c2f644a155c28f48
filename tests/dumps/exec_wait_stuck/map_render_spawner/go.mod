module geoportal.cz/render

go 1.21
