module audit-svc

go 1.20
