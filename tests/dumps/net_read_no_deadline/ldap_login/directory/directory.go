package directory

import (
	"fmt"

	"github.com/go-ldap/ldap/v3"
)

// Authenticator checks passwords by a bind.
type Authenticator struct{ URL, BaseDN string }

// Check binds as the user.
func (a Authenticator) Check(user, pass string) error {
	conn, err := ldap.DialURL(a.URL)
	if err != nil {
		return err
	}
	defer conn.Close()
	dn := fmt.Sprintf("uid=%s,%s", ldap.EscapeFilter(user), a.BaseDN)
	return conn.Bind(dn, pass)
}
