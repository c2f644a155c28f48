module apiary

go 1.20
