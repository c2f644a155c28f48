module crm

go 1.21
