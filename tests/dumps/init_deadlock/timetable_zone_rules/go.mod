module fahrplan.ro/zones

go 1.18
