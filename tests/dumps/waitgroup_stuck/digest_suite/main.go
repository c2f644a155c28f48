package main

import (
	"fmt"

	"git.corp.example/newsletter/digest"
)

func main() {
	b := digest.Builder{Sources: []digest.Source{digest.Static{"weather", "sunny"}}}
	fmt.Println(b.Build())
}
