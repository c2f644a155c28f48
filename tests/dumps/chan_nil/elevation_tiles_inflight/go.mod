module topo.ch/elevation

go 1.21
