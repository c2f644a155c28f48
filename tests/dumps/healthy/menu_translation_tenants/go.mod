module bistro.it/tenants

go 1.21
