// Package directory asks the company's directory.
package directory

import (
	"sync"

	"github.com/go-ldap/ldap/v3"
)

// Directory is the LDAP server at an address, with the connection that everybody uses.
type Directory struct {
	url  string
	mu   sync.Mutex
	conn *ldap.Conn
}

// New returns the directory at addr.
func New(addr string) *Directory { return &Directory{url: "ldap://" + addr} }

// Groups returns the groups of which user is a member.
func (d *Directory) Groups(user string) ([]string, error) {
	conn, err := d.connection()
	if err != nil {
		return nil, err
	}
	found, err := conn.Search(&ldap.SearchRequest{BaseDN: "dc=shop", Scope: ldap.ScopeWholeSubtree,
		Filter: "(member=" + ldap.EscapeFilter(user) + ")"})
	if err != nil {
		return nil, err
	}
	var groups []string
	for _, entry := range found.Entries {
		groups = append(groups, entry.DN)
	}
	return groups, nil
}

func (d *Directory) connection() (*ldap.Conn, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.conn != nil && !d.conn.IsClosing() {
		return d.conn, nil
	}
	conn, err := ldap.DialURL(d.url)
	if err != nil {
		return nil, err
	}
	d.conn = conn
	return conn, conn.Bind("cn=reader,dc=shop", "reader")
}
