module plotter

go 1.18
