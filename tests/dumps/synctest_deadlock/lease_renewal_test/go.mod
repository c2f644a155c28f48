module raftkit/lease

go 1.21
