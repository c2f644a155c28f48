module geoportal.cz/jobs

go 1.21
