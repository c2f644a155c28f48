module tiles

go 1.20

require github.com/panjf2000/ants/v2 v2.8.2
