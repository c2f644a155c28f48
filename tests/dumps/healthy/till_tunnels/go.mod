module github.com/northshop/tunnels

go 1.25

require github.com/hashicorp/yamux v0.1.2
