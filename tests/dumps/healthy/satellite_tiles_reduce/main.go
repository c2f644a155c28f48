package main

import (
	"flag"
	"log"
	"os"
	"strconv"

	"orbit.example/tiles/mr"
	"orbit.example/tiles/scene"
)

func main() {
	width, err := strconv.Atoi(os.Getenv("COUNT"))
	if err != nil {
		width = 4
	}
	rows := flag.Int("rows", 40_000, "rows of the scene")
	flag.Parse()
	log.Printf("reducing %d rows with %d mappers", *rows, width)
	total := mr.Run(width, scene.Rows(*rows), scene.Vegetation, func(sum map[string]float64, p scene.Part) {
		sum[p.Kind] += p.Area
	}, map[string]float64{})
	log.Printf("done: %v", total)
}
