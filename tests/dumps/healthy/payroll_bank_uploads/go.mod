module payroll.example/uploads

go 1.20
