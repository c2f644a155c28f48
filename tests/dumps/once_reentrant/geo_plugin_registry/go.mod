module gitlab.com/terrasol/tiles

go 1.21
