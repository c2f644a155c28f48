module gewaechs.nl/valves

go 1.18
