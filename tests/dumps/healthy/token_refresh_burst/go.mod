module github.com/kestrel-hr/payslip

go 1.21
