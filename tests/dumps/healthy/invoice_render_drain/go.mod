module paperless.invoices/renderer

go 1.20
