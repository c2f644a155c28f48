module salz.at/survey

go 1.18
