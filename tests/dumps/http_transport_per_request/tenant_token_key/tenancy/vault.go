// Package tenancy knows the credentials of each tenant.
package tenancy

import (
	"fmt"
	"sync/atomic"
	"time"
)

// Credential is a short-lived access token of one tenant.
type Credential struct {
	Tenant string
	Token  string
}

// Vault hands out credentials; a token is good for one use.
type Vault struct {
	shards int
	serial atomic.Int64
}

// Open connects to the vault.
func Open(shards int) *Vault { return &Vault{shards: shards} }

// Lookup returns a fresh token for the tenant.
func (v *Vault) Lookup(tenant string) Credential {
	return Credential{Tenant: tenant, Token: fmt.Sprintf("%s.%d", tenant, v.serial.Add(1))}
}

// Rotate renews the signing keys.
func (v *Vault) Rotate() {
	t := time.NewTicker(20 * time.Second)
	defer t.Stop()
	for range t.C {
		v.serial.Add(1000)
	}
}
