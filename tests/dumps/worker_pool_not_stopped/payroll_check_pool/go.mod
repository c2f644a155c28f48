module payhub.internal/payroll-api

go 1.21
