module kleingarten.de/plots

go 1.18
