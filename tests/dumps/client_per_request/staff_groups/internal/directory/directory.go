// Package directory asks the company's directory.
package directory

import "github.com/go-ldap/ldap/v3"

// Directory is the LDAP server at an address.
type Directory struct{ url string }

// New returns the directory at addr.
func New(addr string) *Directory { return &Directory{"ldap://" + addr} }

// Groups returns the groups of which user is a member.
func (d *Directory) Groups(user string) ([]string, error) {
	conn, err := ldap.DialURL(d.url)
	if err != nil {
		return nil, err
	}
	if err := conn.Bind("cn=reader,dc=shop", "reader"); err != nil {
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
