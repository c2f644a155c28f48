package mosaic

import (
	"crypto/sha256"
	"sync"
)

var palette = struct {
	sync.Mutex
	used map[[32]byte]int
}{used: map[[32]byte]int{}}

// Tile renders n rows of a mosaic.
func Tile(n int) int {
	colours := 0
	for row := 0; row < n; row++ {
		sum := sha256.Sum256([]byte{byte(row)})
		for i := 0; i < 20000; i++ {
			sum = sha256.Sum256(sum[:])
		}
		colours += note(sum)
	}
	return colours
}

func note(c [32]byte) int {
	palette.Lock()
	defer palette.Unlock()
	palette.used[c]++
	return len(palette.used)
}
