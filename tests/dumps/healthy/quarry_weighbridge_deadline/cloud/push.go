// Package cloud sends weighings to the accounting of the group.
package cloud

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Weighing struct {
	Truck   string    `json:"truck"`
	Gross   int       `json:"gross_kg"`
	Tare    int       `json:"tare_kg"`
	Weighed time.Time `json:"weighed"`
}

// Uplink is one way to the cloud.
type Uplink struct {
	Endpoint string
	Token    string
	Patience time.Duration
}

func (u *Uplink) Push(ctx context.Context, w Weighing) error {
	ctx, cancel := context.WithTimeout(ctx, u.Patience)
	defer cancel()
	body, err := json.Marshal(w)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u.Endpoint+"/weighings", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+u.Token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if resp.StatusCode >= 300 {
		return fmt.Errorf("cloud: %s", resp.Status)
	}
	return nil
}
