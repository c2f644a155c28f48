package mailer

import (
	"log"
	"net/smtp"
	"time"
)

// Mail is a mail.
type Mail struct{ To, Text string }

// Mailer sends mails in the background.
type Mailer struct {
	relay string
	queue chan Mail
}

// New starts the senders.
func New(relay string, senders int) *Mailer {
	m := &Mailer{relay: relay, queue: make(chan Mail, 8)}
	for i := 0; i < senders; i++ {
		go m.sender(i)
	}
	return m
}

// Send queues a mail.
func (m *Mailer) Send(x Mail) { m.queue <- x }

func (m *Mailer) sender(id int) {
	for x := range m.queue {
		if err := smtp.SendMail(m.relay, nil, "noreply@tenancy.example", []string{x.To}, []byte(x.Text)); err != nil {
			log.Printf("sender %d: %v", id, err)
		}
	}
}

// Digest sends a summary now and then.
func (m *Mailer) Digest(d time.Duration) {
	for range time.NewTicker(d).C {
		m.Send(Mail{To: "ops@tenancy.example", Text: "all well"})
	}
}
