package main

import (
	"fmt"
	"log"
	"strconv"
	"strings"

	"statsoffice/census/flow"
)

func main() {
	log.SetPrefix("census: ")
	lines := strings.Split("17\n4\n9\nEOF\n3\n5\n6\n8\n2\n1\n7\n", "\n")
	log.Printf("%d lines", len(lines))
	numbers := flow.Map(flow.From(lines...), func(l string) (int, error) {
		if l == "EOF" {
			return 0, flow.ErrStop
		}
		return strconv.Atoi(l)
	})
	doubled := flow.Map(numbers, func(n int) (int, error) { return 2 * n, nil })
	fmt.Println(flow.Sum(doubled))
}
