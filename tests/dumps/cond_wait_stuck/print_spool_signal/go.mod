module example.org/printhouse/spool

go 1.21
