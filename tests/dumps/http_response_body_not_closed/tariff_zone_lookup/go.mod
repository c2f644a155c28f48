module github.com/stromwerk/tariffd

go 1.19
