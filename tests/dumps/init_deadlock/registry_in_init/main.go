package main

import (
	"fmt"
	"os"

	"github.com/rookery/plugins/catalog"
)

func main() {
	fmt.Fprintln(os.Stdout, catalog.All())
}
