module deadlinks

go 1.21
