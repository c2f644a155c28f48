module notariat.example/deeds

go 1.21

require github.com/hashicorp/golang-lru/v2 v2.0.7
