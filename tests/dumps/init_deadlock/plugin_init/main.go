// Command shop loads its plugins while it starts.
package main

import (
	"fmt"

	"github.com/northshop/plugin-init/internal/plugins"
)

func main() { fmt.Println(plugins.Names()) }
