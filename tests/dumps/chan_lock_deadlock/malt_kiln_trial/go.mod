module malzfabrik.de/trials

go 1.18
