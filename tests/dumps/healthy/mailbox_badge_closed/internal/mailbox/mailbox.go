// Package mailbox looks into the shop's mailbox.
package mailbox

import (
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Box is the mailbox.
type Box struct{ addr string }

// New returns the mailbox on the server at addr.
func New(addr string) *Box { return &Box{addr} }

// Unread counts the mails that nobody has read.
func (b *Box) Unread() (uint32, error) {
	client, err := imapclient.DialInsecure(b.addr, nil)
	if err != nil {
		return 0, err
	}
	defer client.Close()
	if err := client.Login("shop", "secret").Wait(); err != nil {
		return 0, err
	}
	inbox, err := client.Status("INBOX", &imap.StatusOptions{NumUnseen: true}).Wait()
	if err != nil || inbox.NumUnseen == nil {
		return 0, err
	}
	return *inbox.NumUnseen, nil
}
