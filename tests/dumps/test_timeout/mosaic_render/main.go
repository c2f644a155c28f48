package main

import (
	"fmt"

	"mosaic/mosaic"
)

func main() { fmt.Println(mosaic.Tile(8)) }
