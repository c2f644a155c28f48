module silo.example/uplink

go 1.18

require github.com/hashicorp/yamux v0.1.1
