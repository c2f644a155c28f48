module steinbruch.org/scan

go 1.20
