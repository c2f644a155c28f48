module cablecar

go 1.21
