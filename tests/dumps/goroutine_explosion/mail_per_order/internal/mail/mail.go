// Package mail renders and sends mails.
package mail

import (
	"crypto/sha256"
	"fmt"
	"sync"
	"time"
)

// Mailer is safe for concurrent use.
type Mailer struct {
	mu   sync.Mutex
	sent map[string]string
}

func New() *Mailer { return &Mailer{sent: map[string]string{}} }

// Send sends in the background.
func (m *Mailer) Send(order string) {
	go m.send(order) // BUG: nothing limits how many there are
}

func (m *Mailer) send(order string) {
	time.Sleep(time.Duration(order[len(order)-1]%4) * time.Second) // the template service
	digest := m.sign(order)
	m.handOver(digest)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sent[order] = digest
}

func (m *Mailer) sign(order string) string {
	sum := sha256.Sum256([]byte(order))
	for i := 0; i < 2_000; i++ {
		sum = sha256.Sum256(sum[:])
	}
	return fmt.Sprintf("%x", sum)
}

func (m *Mailer) handOver(digest string) {
	time.Sleep(2 * time.Second) // the mail server
}
