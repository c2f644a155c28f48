module payroll.example/export

go 1.20
