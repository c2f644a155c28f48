package outbox

import (
	"testing"
	"testing/synctest"
)

func TestSend(t *testing.T) {
	synctest.Run(func() {
		o := New()
		o.Send("order shipped") // BUG: nobody closes messages, the deliverer outlives the bubble
	})
}
