module billing.example/invoices

go 1.21
