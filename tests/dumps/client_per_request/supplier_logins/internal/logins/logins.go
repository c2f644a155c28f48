// Package logins hands out what to log in with at a supplier, and keeps it valid.
package logins

import (
	"context"
	"fmt"

	vault "github.com/hashicorp/vault/api"
)

// Book knows the logins of the suppliers.
type Book struct{ client *vault.Client }

// Open returns the book that the Vault at addr keeps.
func Open(addr string) (*Book, error) {
	config := vault.DefaultConfig()
	config.Address = addr
	client, err := vault.NewClient(config)
	if err != nil {
		return nil, err
	}
	client.SetToken("suppliers")
	return &Book{client}, nil
}

// Login returns the user for a supplier, which is renewed.
func (b *Book) Login(ctx context.Context, supplier string) (string, error) {
	secret, err := b.client.Logical().ReadWithContext(ctx, "database/creds/"+supplier)
	if err != nil {
		return "", err
	}
	watcher, err := b.client.NewLifetimeWatcher(&vault.LifetimeWatcherInput{Secret: secret})
	if err != nil {
		return "", err
	}
	go watcher.Start()
	return fmt.Sprint(secret.Data["username"]), nil
}
