module freight.kz/shards

go 1.21
