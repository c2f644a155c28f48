// Package logins hands out what to log in with at a supplier, and keeps it valid.
package logins

import (
	"context"
	"fmt"
	"sync"

	vault "github.com/hashicorp/vault/api"
)

// Book keeps one login for each supplier.
type Book struct {
	client *vault.Client

	mu    sync.Mutex
	users map[string]string
}

// Open returns the book that the Vault at addr keeps.
func Open(addr string) (*Book, error) {
	config := vault.DefaultConfig()
	config.Address = addr
	client, err := vault.NewClient(config)
	if err != nil {
		return nil, err
	}
	client.SetToken("suppliers")
	return &Book{client: client, users: make(map[string]string)}, nil
}

// Login returns the user for a supplier; it is renewed until the service ends.
func (b *Book) Login(ctx context.Context, supplier string) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if user, ok := b.users[supplier]; ok {
		return user, nil
	}
	secret, err := b.client.Logical().ReadWithContext(ctx, "database/creds/"+supplier)
	if err != nil {
		return "", err
	}
	watcher, err := b.client.NewLifetimeWatcher(&vault.LifetimeWatcherInput{Secret: secret})
	if err != nil {
		return "", err
	}
	go watcher.Start()
	user := fmt.Sprint(secret.Data["username"])
	b.users[supplier] = user
	return user, nil
}
