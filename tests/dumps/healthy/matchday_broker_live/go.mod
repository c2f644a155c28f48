module go.stadionlive.eu/matchday

go 1.19
