module plantctl

go 1.19
