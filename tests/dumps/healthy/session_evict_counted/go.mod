module sessions.tamarack.example/hot

go 1.22

require github.com/hashicorp/golang-lru v0.6.0
