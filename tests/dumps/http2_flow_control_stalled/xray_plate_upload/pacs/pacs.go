// Package pacs puts plates into the hospital's archive.
package pacs

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"net/http"
	"sync/atomic"
)

type Plate struct {
	Patient string
	Pixels  []byte
}

type Archive struct {
	url    string
	client *http.Client
	stored int64
}

func New(url string) *Archive {
	return &Archive{url: url, client: &http.Client{Transport: &http.Transport{
		ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}}
}

func (a *Archive) Store(p Plate) error {
	req, err := http.NewRequest(http.MethodPut, a.url+p.Patient, bytes.NewReader(p.Pixels))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/dicom")
	resp, err := a.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("archive: %s", resp.Status)
	}
	atomic.AddInt64(&a.stored, 1)
	return nil
}
