module tsdb

go 1.23
