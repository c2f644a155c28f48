// Package printer makes PDF files with a browser.
package printer

import (
	"context"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Press prints with one browser.
type Press struct{ browser context.Context }

// New connects to the browser at url.
func New(url string) (*Press, error) {
	browser, _ := chromedp.NewRemoteAllocator(context.Background(), url, chromedp.NoModifyURL)
	first, _ := chromedp.NewContext(browser)
	return &Press{first}, chromedp.Run(first)
}

// Print prints a page in a tab of its own.
func (p *Press) Print() ([]byte, error) {
	tab, closeTab := chromedp.NewContext(p.browser)
	defer closeTab()
	var pdf []byte
	err := chromedp.Run(tab, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().Do(ctx)
		return err
	}))
	return pdf, err
}
