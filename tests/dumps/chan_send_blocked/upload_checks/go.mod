module docvault

go 1.21
